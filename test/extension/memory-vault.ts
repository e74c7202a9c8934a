import type { Credentials, Tokens } from '#extension/state/credentials.ts';
import type { Pairing } from '#extension/state/pairing.ts';
import type { Vault } from '#extension/state/vault.ts';

/** The vault without a database: each change is one step, as it is there. */
export class MemoryVault implements Vault {
  #credentials: Credentials | null = null;
  #tokens: Tokens | null = null;
  #pairing: Pairing | null = null;

  read = (): Promise<Credentials | null> => Promise.resolve(this.#credentials);
  tokens = (): Promise<Tokens | null> => Promise.resolve(this.#tokens);
  pairing = (): Promise<Pairing | null> => Promise.resolve(this.#pairing);

  exchangeTokens = (spent: Tokens, fresh: Tokens | null): Promise<boolean> => {
    const isTheOne =
      this.#tokens?.connection === spent.connection &&
      this.#tokens.refreshToken === spent.refreshToken;
    if (isTheOne) this.#tokens = fresh;
    return Promise.resolve(isTheOne);
  };

  startPairing = (pairing: Pairing): Promise<Pairing | null> => {
    const before = this.#pairing;
    this.#pairing = pairing;
    return Promise.resolve(before);
  };

  changePairing = (pairing: Pairing): Promise<boolean> =>
    this.#whileWaiting(pairing.id, () => {
      this.#pairing = pairing;
    });

  endPairing = (id: string): Promise<Pairing | null> => {
    const ended = this.#pairing?.id === id ? this.#pairing : null;
    if (ended !== null) this.#pairing = null;
    return Promise.resolve(ended);
  };

  connect = ({ id }: Pairing, credentials: Credentials, tokens: Tokens): Promise<boolean> =>
    this.#whileWaiting(id, () => {
      this.#pairing = null;
      this.#credentials = credentials;
      this.#tokens = tokens;
    });

  disconnect = (): Promise<void> => {
    this.#credentials = null;
    this.#tokens = null;
    return Promise.resolve();
  };

  #whileWaiting(id: string, change: () => void): Promise<boolean> {
    const isTheOne = this.#pairing?.id === id;
    if (isTheOne) change();
    return Promise.resolve(isTheOne);
  }
}
