ALTER TABLE `review` ADD `person_id` text REFERENCES person(id) ON DELETE set null;--> statement-breakpoint
CREATE INDEX `review_asked` ON `review` (`contract_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `review_person` ON `review` (`person_id`);--> statement-breakpoint
-- Who asked before is known by the browser that they asked with.
UPDATE `review` SET `person_id` = (
	SELECT `d`.`person_id` FROM `device` `d`
	WHERE `d`.`contract_id` = `review`.`contract_id` AND `d`.`id` = `review`.`asked_by` ->> 'id'
);
