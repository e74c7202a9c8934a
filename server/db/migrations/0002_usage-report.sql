CREATE TABLE `usage_report` (
	`contract_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`sent` integer NOT NULL,
	`accepted` integer NOT NULL,
	`declined` integer NOT NULL,
	`imported_at` integer NOT NULL,
	PRIMARY KEY(`contract_id`, `seat_id`, `starts_at`, `ends_at`),
	FOREIGN KEY (`contract_id`,`seat_id`) REFERENCES `seat`(`contract_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `seat` ADD `team` text;