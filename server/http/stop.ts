import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ServerType } from '@hono/node-server';

/**
 * How a server is stopped: it answers what is under way, and no more. Browsers open a connection or
 * two before they need them. Node takes one on which nothing was ever asked for a busy one, and would
 * wait a minute for its request.
 */
export function createStop(server: ServerType): () => Promise<void> {
  const open = new Set<Socket>();
  const busy = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    busy.add(socket);
    response.once('close', () => busy.delete(socket));
  });
  return () =>
    new Promise((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)));
      for (const socket of open) if (!busy.has(socket)) socket.destroy();
    });
}
