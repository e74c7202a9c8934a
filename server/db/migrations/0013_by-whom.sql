ALTER TABLE `device` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `device` ADD `ended_by` text;--> statement-breakpoint
ALTER TABLE `invitation` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `invitation` ADD `ended_by` text;