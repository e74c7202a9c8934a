CREATE TABLE `pilot_version` (
	`contract_id` text NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	`mode` text NOT NULL,
	`share_percent` integer NOT NULL,
	`named_seats` text NOT NULL,
	`partial_accepted_at` integer,
	PRIMARY KEY(`contract_id`, `version`),
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `retention_pass` (
	`contract_id` text NOT NULL,
	`seat_id` text,
	`before` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `retention_version` (
	`contract_id` text NOT NULL,
	`version` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	`days` integer NOT NULL,
	PRIMARY KEY(`contract_id`, `version`),
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `contract` ADD `retention_days` integer DEFAULT 400 NOT NULL;--> statement-breakpoint
ALTER TABLE `seat_event` ADD `recorded_by` text;--> statement-breakpoint
ALTER TABLE `seat` ADD `kept_since` integer;--> statement-breakpoint
ALTER TABLE `source_change` ADD `recorded_by` text;--> statement-breakpoint
ALTER TABLE `terms_version` ADD `recorded_by` text;
--> statement-breakpoint
CREATE TRIGGER `pilot_version_is_never_changed` BEFORE UPDATE ON `pilot_version` BEGIN SELECT raise(abort, 'pilot_version is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `pilot_version_is_never_removed` BEFORE DELETE ON `pilot_version` BEGIN SELECT raise(abort, 'pilot_version is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `retention_version_is_never_changed` BEFORE UPDATE ON `retention_version` BEGIN SELECT raise(abort, 'retention_version is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `retention_version_is_never_removed` BEFORE DELETE ON `retention_version` BEGIN SELECT raise(abort, 'retention_version is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `inmail_is_never_removed`;
--> statement-breakpoint
-- Only retention removes what is old, seat by seat, and only while it says so.
CREATE TRIGGER `inmail_is_removed_by_retention_alone` BEFORE DELETE ON `inmail`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` = old.`seat_id` AND old.`recorded_at` < p.`before`)
BEGIN SELECT raise(abort, 'inmail is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `inmail_response_is_never_removed`;
--> statement-breakpoint
CREATE TRIGGER `inmail_response_is_removed_by_retention_alone` BEFORE DELETE ON `inmail_response`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` IS old.`seat_id` AND coalesce(old.`sent_at`, old.`recorded_at`) < p.`before`)
BEGIN SELECT raise(abort, 'inmail_response is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `seat_event_is_never_removed`;
--> statement-breakpoint
CREATE TRIGGER `seat_event_is_removed_by_retention_alone` BEFORE DELETE ON `seat_event`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` = old.`seat_id` AND old.`recorded_at` < p.`before`)
BEGIN SELECT raise(abort, 'seat_event is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `standing_change_is_never_removed`;
--> statement-breakpoint
CREATE TRIGGER `standing_change_is_removed_by_retention_alone` BEFORE DELETE ON `standing_change`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` = old.`seat_id` AND old.`at` < p.`before`)
BEGIN SELECT raise(abort, 'standing_change is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `observed_response_is_never_removed`;
--> statement-breakpoint
CREATE TRIGGER `observed_response_is_removed_by_retention_alone` BEFORE DELETE ON `observed_response`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` = old.`seat_id` AND old.`observed_at` < p.`before`)
BEGIN SELECT raise(abort, 'observed_response is append-only'); END;
--> statement-breakpoint
-- What a contract was set to before anybody was asked who changes it.
INSERT INTO `pilot_version` (`contract_id`, `version`, `recorded_at`, `mode`, `share_percent`, `named_seats`, `partial_accepted_at`)
SELECT `id`, 1, max(`created_at`, `last_recorded_at`), `mode`, `share_percent`, `named_seats`, `partial_accepted_at` FROM `contract`;
--> statement-breakpoint
INSERT INTO `retention_version` (`contract_id`, `version`, `recorded_at`, `days`)
SELECT `id`, 1, max(`created_at`, `last_recorded_at`), `retention_days` FROM `contract`;
