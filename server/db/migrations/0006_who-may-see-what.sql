CREATE TABLE `team` (
	`contract_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`contract_id`, `id`),
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_name` ON `team` (`contract_id`,`name`);--> statement-breakpoint
CREATE TABLE `device_request` (
	`id` text PRIMARY KEY NOT NULL,
	`device_code` text NOT NULL,
	`user_code` text NOT NULL,
	`person_id` text,
	`expires_at` integer NOT NULL,
	`status` text NOT NULL,
	`last_polled_at` integer,
	`polling_interval` integer,
	`client_id` text,
	`scope` text,
	`device_name` text,
	`contract_id` text,
	`role` text,
	`seat_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_request_device_code_unique` ON `device_request` (`device_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `device_request_user_code_unique` ON `device_request` (`user_code`);--> statement-breakpoint
CREATE INDEX `device_request_expiry` ON `device_request` (`expires_at`);--> statement-breakpoint
CREATE TABLE `person_account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`person_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_account_provider` ON `person_account` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `person_account_person` ON `person_account` (`person_id`);--> statement-breakpoint
CREATE TABLE `person_session` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_session_token_unique` ON `person_session` (`token`);--> statement-breakpoint
CREATE INDEX `person_session_person` ON `person_session` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`contract_id` text NOT NULL,
	`id` text NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text,
	`seat_id` text,
	`is_of_all_teams` integer NOT NULL,
	`team_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`contract_id`, `id`),
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`,`seat_id`) REFERENCES `seat`(`contract_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_email` ON `invitation` (`email`);--> statement-breakpoint
CREATE TABLE `lead_team` (
	`contract_id` text NOT NULL,
	`person_id` text NOT NULL,
	`team_id` text NOT NULL,
	PRIMARY KEY(`contract_id`, `person_id`, `team_id`),
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contract_id`,`team_id`) REFERENCES `team`(`contract_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `member` (
	`contract_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`is_of_all_teams` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`contract_id`, `person_id`, `role`),
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_in` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`email_hash` text,
	`network` text NOT NULL,
	`method` text NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_at` ON `sign_in` (`at`);--> statement-breakpoint
CREATE INDEX `sign_in_person` ON `sign_in` (`person_id`,`at`);--> statement-breakpoint
ALTER TABLE `device` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `device` ADD `person_id` text REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `device` ADD `token_expires_at` integer;--> statement-breakpoint
ALTER TABLE `device` ADD `family_hash` text;--> statement-breakpoint
ALTER TABLE `device` ADD `refresh_hash` text;--> statement-breakpoint
ALTER TABLE `device` ADD `previous_refresh_hash` text;--> statement-breakpoint
ALTER TABLE `device` ADD `rotated_at` integer;--> statement-breakpoint
ALTER TABLE `device` ADD `last_seen_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `device_family` ON `device` (`family_hash`);--> statement-breakpoint
CREATE INDEX `device_person` ON `device` (`person_id`);--> statement-breakpoint
ALTER TABLE `seat` ADD `person_id` text REFERENCES person(id);--> statement-breakpoint
CREATE INDEX `seat_person` ON `seat` (`person_id`);--> statement-breakpoint
-- A team was a name beside its seats; from here on it is a row, and that name is its id too.
INSERT INTO `team` (`contract_id`, `id`, `name`, `created_at`) SELECT `contract_id`, `team`, `team`, min(`created_at`) FROM `seat` WHERE `team` IS NOT NULL GROUP BY `contract_id`, `team`;
--> statement-breakpoint
-- Nobody had signed in for the tokens of invitations: they end. Feeds keep theirs, as keys.
DELETE FROM `device` WHERE `role` <> 'feed';
--> statement-breakpoint
UPDATE `device` SET `name` = 'Feed';
