import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ApiFault, ApiOutcome } from '#extension/state/api-client.ts';
import type { ReviewDetail, ReviewList, ReviewRequest } from '#shared/wire/reviews.ts';

/** What came of asking to be connected: now somebody has to approve it. */
export type ConnectOutcome = { ok: true } | { ok: false; code: ConnectFaultCode };

/** Why a browser is not connected. */
export type ConnectFaultCode =
  | ApiFault['code']
  /** No address, or one that would send the tokens in the clear. */
  | 'address_invalid'
  /** The browser was not allowed to reach that address. */
  | 'access_refused'
  | 'approval_denied'
  | 'approval_expired'
  /** What was approved is for a program, not for a person. */
  | 'not_a_person'
  /** The organisation has set another server or another contract for this browser. */
  | 'not_as_managed';

/** What the extension's own pages ask of the background worker; nobody else is answered. */
export type OwnProtocol = {
  /** @param server its origin, as `readServerAddress` gives it. */
  connect: (server: string) => ConnectOutcome;
  /** Opens the approval page once more. */
  showApproval: () => void;
  cancelConnect: () => void;
  /** Somebody has come back from the approval page, and may have approved. */
  approvalExpected: () => void;
  disconnect: () => void;
  /** A recruiter's popup is open: the reading should be as fresh as it can be. */
  freshReadingWanted: () => void;
  /** The same popup shows how the rate went. */
  ownReportWanted: () => void;
  /** Reviews that the holder of this browser's seat asked for. */
  ownReviewsWanted: () => ApiOutcome<ReviewList>;
  /** One of them, by its id, with its proof. */
  reviewWanted: (review: string) => ApiOutcome<ReviewDetail>;
  askForReview: (request: ReviewRequest) => ApiOutcome<ReviewDetail>;
  /** And what leaves the window next, and what happened to the seat. */
  ownSeatWanted: () => void;
};

export const ownMessages = defineExtensionMessaging<OwnProtocol>();
