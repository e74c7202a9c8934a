import { acknowledgementSchema, type AcknowledgementJson } from '#shared/wire/acknowledgement.ts';
import {
  eventBatchSchema,
  eventReceiptSchema,
  type EventBatchJson,
  type EventReceipt,
} from '#shared/wire/events.ts';
import { readingSchema, type Reading } from '#shared/wire/reading.ts';
import { seatListSchema, type SeatList } from '#shared/wire/seats.ts';

/** Tells the token that is good now. */
export type Bearer = () => Promise<string>;

/** Calls the API as one caller, and takes any refusal for a fault of the demo's. */
export class ApiCaller {
  readonly #url: string;
  readonly #bearer: Bearer;

  constructor(url: string, bearer: Bearer) {
    this.#url = url;
    this.#bearer = bearer;
  }

  async events(batch: EventBatchJson): Promise<EventReceipt> {
    eventBatchSchema.parse(batch);
    const receipt = eventReceiptSchema.parse(await this.#call('/v1/events', batch));
    const [first] = receipt.conflicts;
    if (first !== undefined) throw new Error(`Event ${first.id} was refused: ${first.detail}`);
    return receipt;
  }

  async reading(seat: string): Promise<Reading> {
    return readingSchema.parse(await this.#call(`/v1/seats/${encodeURIComponent(seat)}/reading`));
  }

  async acknowledge(seat: string, press: AcknowledgementJson): Promise<Reading> {
    acknowledgementSchema.parse(press);
    const path = `/v1/seats/${encodeURIComponent(seat)}/acknowledge`;
    return readingSchema.parse(await this.#call(path, press));
  }

  async seats(): Promise<SeatList> {
    return seatListSchema.parse(await this.#call('/v1/seats'));
  }

  async #call(path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(this.#url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await this.#bearer()}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  }
}
