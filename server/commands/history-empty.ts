/** Thrown for a history of no events, of which nothing can be told. */
export class HistoryEmpty extends Error {
  override readonly name = 'HistoryEmpty';

  constructor() {
    super('The history holds no events: there is nothing to try terms on.');
  }
}
