import type { Page } from '#server/http/page-route.ts';
import { approvalPages } from '#server/pages/approval.ts';
import { devicesPages } from '#server/pages/devices.ts';
import { invitationPages } from '#server/pages/invitation.ts';
import { signInPages } from '#server/pages/sign-in.ts';

/** Every page that people open here, with what it is for; programs go by the routes. */
export const PAGES: readonly Page[] = [
  ...signInPages,
  ...invitationPages,
  ...approvalPages,
  ...devicesPages,
];
