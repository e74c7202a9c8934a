CREATE TABLE `review` (
	`contract_id` text NOT NULL,
	`id` text NOT NULL,
	`seat_id` text NOT NULL,
	`holder` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`reason` text NOT NULL,
	`message` text NOT NULL,
	`standing` text NOT NULL,
	`tally` text NOT NULL,
	`proof_hash` text,
	`proof` text,
	`decision_id` text,
	`outcome` text,
	`decision_reason` text,
	`decided_at` integer,
	`decided_by` text,
	PRIMARY KEY(`contract_id`, `id`),
	FOREIGN KEY (`contract_id`,`seat_id`) REFERENCES `seat`(`contract_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_seat` ON `review` (`contract_id`,`seat_id`,`asked_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `review_decision` ON `review` (`contract_id`,`decision_id`);