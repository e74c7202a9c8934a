CREATE TABLE `observed_response` (
	`contract_id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`observation_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`observed_at` integer NOT NULL,
	`recipient` text NOT NULL,
	`conversation` text,
	`outcome` text NOT NULL,
	`inmail_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `observed_response_id` ON `observed_response` (`contract_id`,`observation_id`);--> statement-breakpoint
CREATE INDEX `observed_response_inmail` ON `observed_response` (`contract_id`,`inmail_id`);--> statement-breakpoint
CREATE INDEX `observed_response_seat` ON `observed_response` (`contract_id`,`seat_id`,`observed_at`);--> statement-breakpoint
CREATE TABLE `source_change` (
	`contract_id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `source_change_at` ON `source_change` (`contract_id`,`at`);--> statement-breakpoint
ALTER TABLE `contract` ADD `overlay_until` integer;--> statement-breakpoint
ALTER TABLE `device` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `seat` ADD `inbox_read_at` integer;--> statement-breakpoint
-- What was observed is told, once, which InMail it answers.
CREATE TRIGGER `observed_response_is_never_changed` BEFORE UPDATE ON `observed_response`
WHEN old.`inmail_id` IS NOT NULL OR new.`inmail_id` IS NULL OR new.`contract_id` IS NOT old.`contract_id` OR new.`seq` IS NOT old.`seq` OR new.`observation_id` IS NOT old.`observation_id` OR new.`seat_id` IS NOT old.`seat_id` OR new.`observed_at` IS NOT old.`observed_at` OR new.`recipient` IS NOT old.`recipient` OR new.`conversation` IS NOT old.`conversation` OR new.`outcome` IS NOT old.`outcome`
BEGIN SELECT raise(abort, 'observed_response is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `observed_response_is_never_removed` BEFORE DELETE ON `observed_response` BEGIN SELECT raise(abort, 'observed_response is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `source_change_is_never_changed` BEFORE UPDATE ON `source_change` BEGIN SELECT raise(abort, 'source_change is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `source_change_is_never_removed` BEFORE DELETE ON `source_change` BEGIN SELECT raise(abort, 'source_change is append-only'); END;
