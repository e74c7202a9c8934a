CREATE TABLE `recorded_change` (
	`contract_id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`what` text NOT NULL,
	`subject` text,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `recorded_change_at` ON `recorded_change` (`contract_id`,`at`);