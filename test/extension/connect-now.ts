import type { BackgroundWork } from '#extension/state/background-work.ts';
import type { MemoryServer } from '#test/extension/memory-server.ts';
import { SERVER } from '#test/extension/sample-credentials.ts';

/** Connects as somebody does who approves the code at once, without the clock moving. */
export async function connectNow(
  { connect }: MemoryServer,
  { pairing }: BackgroundWork,
  server = SERVER,
): Promise<void> {
  connect.approval = 'approved';
  connect.code = { ...connect.code, verificationUrl: `${server}/connect?code=BCDF-GHJK` };
  const started = await pairing.start(server);
  if (!started.ok) throw new Error(`not connected: ${started.code}`);
  await pairing.poll();
}
