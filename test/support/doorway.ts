/** A way to a server on loopback that can be shut, or stand open with nothing coming through. */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface Doorway {
  readonly port: number;
  /** Lets everything through. */
  open(): Promise<void>;
  /** Cuts what is connected and refuses what comes. */
  shut(): Promise<void>;
  /** Keeps what is connected and takes what comes, and lets nothing through. */
  block(): void;
}

/** Shut until it is opened. */
export async function createDoorway(to: number): Promise<Doorway> {
  const sockets = new Set<Socket>();
  let isBlocked = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    return socket;
  };
  const server = createServer((from) => {
    const there = keep(connect(to, '127.0.0.1'));
    keep(from);
    const pass = (socket: Socket) => (chunk: Buffer) => {
      if (!isBlocked) socket.write(chunk);
    };
    from.on('data', pass(there)).on('close', () => there.destroy());
    there.on('data', pass(from)).on('close', () => from.destroy());
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const shut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  await shut();
  return {
    port,
    async open() {
      isBlocked = false;
      if (!server.listening) await listen(port);
    },
    shut,
    block() {
      isBlocked = true;
    },
  };
}
