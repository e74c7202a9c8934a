CREATE TABLE `bulk_held` (
	`contract_id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`hold_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`held_at` integer NOT NULL,
	`surface` text NOT NULL,
	`recipients` integer,
	FOREIGN KEY (`contract_id`,`seat_id`) REFERENCES `seat`(`contract_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bulk_held_id` ON `bulk_held` (`contract_id`,`hold_id`);--> statement-breakpoint
CREATE INDEX `bulk_held_seat` ON `bulk_held` (`contract_id`,`seat_id`,`held_at`);