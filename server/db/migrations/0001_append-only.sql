CREATE TRIGGER `inmail_is_never_changed` BEFORE UPDATE ON `inmail` BEGIN SELECT raise(abort, 'inmail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `seat_event_is_never_changed` BEFORE UPDATE ON `seat_event` BEGIN SELECT raise(abort, 'seat_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `standing_change_is_never_changed` BEFORE UPDATE ON `standing_change` BEGIN SELECT raise(abort, 'standing_change is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `terms_version_is_never_changed` BEFORE UPDATE ON `terms_version` BEGIN SELECT raise(abort, 'terms_version is append-only'); END;
--> statement-breakpoint
-- A response that came before its InMail is told, once, which InMail it answers.
CREATE TRIGGER `inmail_response_is_never_changed` BEFORE UPDATE ON `inmail_response`
WHEN old.`seat_id` IS NOT NULL OR new.`seat_id` IS NULL OR new.`contract_id` IS NOT old.`contract_id` OR new.`seq` IS NOT old.`seq` OR new.`event_id` IS NOT old.`event_id` OR new.`inmail_id` IS NOT old.`inmail_id` OR new.`outcome` IS NOT old.`outcome` OR new.`responded_at` IS NOT old.`responded_at` OR new.`recorded_at` IS NOT old.`recorded_at` OR new.`extra` IS NOT old.`extra`
BEGIN SELECT raise(abort, 'inmail_response is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `inmail_is_never_removed` BEFORE DELETE ON `inmail` BEGIN SELECT raise(abort, 'inmail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `inmail_response_is_never_removed` BEFORE DELETE ON `inmail_response` BEGIN SELECT raise(abort, 'inmail_response is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `seat_event_is_never_removed` BEFORE DELETE ON `seat_event` BEGIN SELECT raise(abort, 'seat_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `standing_change_is_never_removed` BEFORE DELETE ON `standing_change` BEGIN SELECT raise(abort, 'standing_change is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `terms_version_is_never_removed` BEFORE DELETE ON `terms_version` BEGIN SELECT raise(abort, 'terms_version is append-only'); END;
