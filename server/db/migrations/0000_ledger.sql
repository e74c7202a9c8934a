CREATE TABLE `contract` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`profile` text NOT NULL,
	`source` text NOT NULL,
	`source_since` integer NOT NULL,
	`mode` text NOT NULL,
	`share_percent` integer NOT NULL,
	`named_seats` text NOT NULL,
	`partial_accepted_at` integer,
	`relationship_manager` text,
	`recipient_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `device` (
	`contract_id` text NOT NULL,
	`id` text NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`seat_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`contract_id`, `id`),
	FOREIGN KEY (`contract_id`,`seat_id`) REFERENCES `seat`(`contract_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_token` ON `device` (`token_hash`);--> statement-breakpoint
CREATE TABLE `inmail` (
	`contract_id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`inmail_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`channel` text NOT NULL,
	`mode` text NOT NULL,
	`cost` text NOT NULL,
	`surface` text NOT NULL,
	`recipient` text,
	`batch` text,
	`template` text,
	`segment` text,
	`extra` text,
	FOREIGN KEY (`contract_id`,`seat_id`) REFERENCES `seat`(`contract_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inmail_event` ON `inmail` (`contract_id`,`event_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `inmail_id` ON `inmail` (`contract_id`,`inmail_id`);--> statement-breakpoint
CREATE INDEX `inmail_window` ON `inmail` (`contract_id`,`seat_id`,`channel`,`sent_at`);--> statement-breakpoint
CREATE TABLE `observed_send` (
	`contract_id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`inmail_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`channel` text NOT NULL,
	`sent_at` integer NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `observed_send_event` ON `observed_send` (`contract_id`,`event_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `observed_send_inmail` ON `observed_send` (`contract_id`,`inmail_id`);--> statement-breakpoint
CREATE INDEX `observed_send_window` ON `observed_send` (`contract_id`,`seat_id`,`channel`,`sent_at`);--> statement-breakpoint
CREATE TABLE `inmail_response` (
	`contract_id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`inmail_id` text NOT NULL,
	`outcome` text NOT NULL,
	`responded_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`seat_id` text,
	`channel` text,
	`sent_at` integer,
	`extra` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `response_event` ON `inmail_response` (`contract_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `response_inmail` ON `inmail_response` (`contract_id`,`inmail_id`);--> statement-breakpoint
CREATE INDEX `response_window` ON `inmail_response` (`contract_id`,`seat_id`,`channel`,`sent_at`,`inmail_id`,`responded_at`,`outcome`);--> statement-breakpoint
CREATE TABLE `seat_event` (
	`contract_id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`type` text NOT NULL,
	`seat_id` text,
	`recorded_at` integer NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_event_event` ON `seat_event` (`contract_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `seat_event_seat` ON `seat_event` (`contract_id`,`seat_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `seat` (
	`contract_id` text NOT NULL,
	`id` text NOT NULL,
	`holder` text NOT NULL,
	`standing` text NOT NULL,
	`ever_warned` integer NOT NULL,
	`counts_from` integer,
	`period_ends_at` integer,
	`notice` text,
	`notice_issued_at` integer,
	`notice_tally` text,
	`mode` text NOT NULL,
	`next_check_at` integer,
	`complete_up_to` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`contract_id`, `id`),
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seat_due` ON `seat` (`contract_id`,`next_check_at`);--> statement-breakpoint
CREATE TABLE `standing_change` (
	`contract_id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`seat_id` text NOT NULL,
	`at` integer NOT NULL,
	`cause` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`notice` text,
	`tally` text,
	`period_ends_at` integer,
	`terms_version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `standing_change_seat` ON `standing_change` (`contract_id`,`seat_id`,`at`);--> statement-breakpoint
CREATE TABLE `terms_version` (
	`contract_id` text NOT NULL,
	`version` integer NOT NULL,
	`terms` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`contract_id`, `version`),
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
