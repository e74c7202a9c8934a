CREATE TABLE `webhook_endpoint` (
	`contract_id` text NOT NULL,
	`id` text NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`previous_secret` text,
	`previous_until` integer,
	`last_sequence` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`contract_id`, `id`),
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `webhook_message` (
	`contract_id` text NOT NULL,
	`endpoint_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`event_key` text NOT NULL,
	`type` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer,
	`delivered_at` integer,
	`last_answer` text,
	PRIMARY KEY(`contract_id`, `endpoint_id`, `sequence`),
	FOREIGN KEY (`contract_id`,`endpoint_id`) REFERENCES `webhook_endpoint`(`contract_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_message_event` ON `webhook_message` (`contract_id`,`endpoint_id`,`event_key`);--> statement-breakpoint
CREATE INDEX `webhook_message_due` ON `webhook_message` (`due_at`);