CREATE TABLE `surface_miss` (
	`contract_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`surface` text NOT NULL,
	`part` text NOT NULL,
	`extension_version` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`outline` text NOT NULL,
	PRIMARY KEY(`contract_id`, `seat_id`, `surface`, `part`, `extension_version`),
	FOREIGN KEY (`contract_id`,`seat_id`) REFERENCES `seat`(`contract_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `contract` ADD `surfaces_off` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `contract` ADD `training_links` text DEFAULT '[]' NOT NULL;