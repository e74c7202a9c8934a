ALTER TABLE `seat` ADD `changed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `seat_changed` ON `seat` (`contract_id`,`changed`);
--> statement-breakpoint
CREATE TRIGGER `seat_change_is_numbered` AFTER UPDATE ON `seat` WHEN new.changed = old.changed BEGIN UPDATE `seat` SET `changed` = (SELECT max(`changed`) + 1 FROM `seat` WHERE `contract_id` = new.contract_id) WHERE `contract_id` = new.contract_id AND `id` = new.id; END;
--> statement-breakpoint
CREATE TRIGGER `new_seat_is_numbered` AFTER INSERT ON `seat` BEGIN UPDATE `seat` SET `changed` = (SELECT max(`changed`) + 1 FROM `seat` WHERE `contract_id` = new.contract_id) WHERE `contract_id` = new.contract_id AND `id` = new.id; END;
