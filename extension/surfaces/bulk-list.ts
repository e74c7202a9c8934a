import { clipboardBulk } from '#extension/surfaces/clipboard.ts';
import { profileList } from '#extension/surfaces/profile-list.ts';
import type { BulkControl } from '#extension/surfaces/surface.ts';

/**
 * Every bulk control that a surface declares. Beside the list of the surfaces, as this one goes
 * into the guard, which has to be small.
 */
export const BULK_CONTROLS: readonly BulkControl[] = [profileList, clipboardBulk];
