CREATE TABLE `removal_pass` (
	`contract_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
DROP TRIGGER `inmail_is_removed_by_retention_alone`;
--> statement-breakpoint
-- Beside retention only the removal of a whole contract removes rows, and only while it says so.
CREATE TRIGGER `inmail_is_removed_by_retention_or_with_its_contract` BEFORE DELETE ON `inmail`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` = old.`seat_id` AND old.`recorded_at` < p.`before`)
AND NOT EXISTS (SELECT 1 FROM `removal_pass` r WHERE r.`contract_id` = old.`contract_id`)
BEGIN SELECT raise(abort, 'inmail is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `inmail_response_is_removed_by_retention_alone`;
--> statement-breakpoint
CREATE TRIGGER `inmail_response_is_removed_by_retention_or_with_its_contract` BEFORE DELETE ON `inmail_response`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` IS old.`seat_id` AND coalesce(old.`sent_at`, old.`recorded_at`) < p.`before`)
AND NOT EXISTS (SELECT 1 FROM `removal_pass` r WHERE r.`contract_id` = old.`contract_id`)
BEGIN SELECT raise(abort, 'inmail_response is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `seat_event_is_removed_by_retention_alone`;
--> statement-breakpoint
CREATE TRIGGER `seat_event_is_removed_by_retention_or_with_its_contract` BEFORE DELETE ON `seat_event`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` = old.`seat_id` AND old.`recorded_at` < p.`before`)
AND NOT EXISTS (SELECT 1 FROM `removal_pass` r WHERE r.`contract_id` = old.`contract_id`)
BEGIN SELECT raise(abort, 'seat_event is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `standing_change_is_removed_by_retention_alone`;
--> statement-breakpoint
CREATE TRIGGER `standing_change_is_removed_by_retention_or_with_its_contract` BEFORE DELETE ON `standing_change`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` = old.`seat_id` AND old.`at` < p.`before`)
AND NOT EXISTS (SELECT 1 FROM `removal_pass` r WHERE r.`contract_id` = old.`contract_id`)
BEGIN SELECT raise(abort, 'standing_change is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `observed_response_is_removed_by_retention_alone`;
--> statement-breakpoint
CREATE TRIGGER `observed_response_is_removed_by_retention_or_with_its_contract` BEFORE DELETE ON `observed_response`
WHEN NOT EXISTS (SELECT 1 FROM `retention_pass` p WHERE p.`contract_id` = old.`contract_id` AND p.`seat_id` = old.`seat_id` AND old.`observed_at` < p.`before`)
AND NOT EXISTS (SELECT 1 FROM `removal_pass` r WHERE r.`contract_id` = old.`contract_id`)
BEGIN SELECT raise(abort, 'observed_response is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `terms_version_is_never_removed`;
--> statement-breakpoint
CREATE TRIGGER `terms_version_is_removed_with_its_contract_alone` BEFORE DELETE ON `terms_version`
WHEN NOT EXISTS (SELECT 1 FROM `removal_pass` r WHERE r.`contract_id` = old.`contract_id`)
BEGIN SELECT raise(abort, 'terms_version is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `source_change_is_never_removed`;
--> statement-breakpoint
CREATE TRIGGER `source_change_is_removed_with_its_contract_alone` BEFORE DELETE ON `source_change`
WHEN NOT EXISTS (SELECT 1 FROM `removal_pass` r WHERE r.`contract_id` = old.`contract_id`)
BEGIN SELECT raise(abort, 'source_change is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `pilot_version_is_never_removed`;
--> statement-breakpoint
CREATE TRIGGER `pilot_version_is_removed_with_its_contract_alone` BEFORE DELETE ON `pilot_version`
WHEN NOT EXISTS (SELECT 1 FROM `removal_pass` r WHERE r.`contract_id` = old.`contract_id`)
BEGIN SELECT raise(abort, 'pilot_version is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `retention_version_is_never_removed`;
--> statement-breakpoint
CREATE TRIGGER `retention_version_is_removed_with_its_contract_alone` BEFORE DELETE ON `retention_version`
WHEN NOT EXISTS (SELECT 1 FROM `removal_pass` r WHERE r.`contract_id` = old.`contract_id`)
BEGIN SELECT raise(abort, 'retention_version is append-only'); END;
