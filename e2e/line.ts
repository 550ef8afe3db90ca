import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** How slow a network is: a round trip in milliseconds, and bytes a second downwards. */
export type Speed = { readonly roundTripMs: number; readonly bytesPerSecond: number };

/** A network between one phone and the server, which can be cut, made slow, and lose answers. */
export type Line = {
  /** What the phone knows the server by. */
  readonly address: string;
  /** No connection can be made any more, and those there are end. */
  readonly cut: () => void;
  readonly mend: () => Promise<void>;
  /** Requests arrive, and their answers do not. */
  readonly loseAnswers: (lost: boolean) => void;
  readonly slowDown: (speed: Speed | undefined) => void;
  /** The server gives out another version of this file. */
  readonly replace: (path: string, change: (text: string) => string) => void;
  /** Everything that was asked for since the last call. */
  readonly asked: () => readonly string[];
  readonly stop: () => void;
};

/** Lays one to a server on this machine. */
export async function layLine(server: string): Promise<Line> {
  const sockets = new Set<Socket>();
  const changes = new Map<string, (text: string) => string>();
  let [lossy, speed, asked]: [boolean, Speed | undefined, string[]] = [false, undefined, []];
  const inTurn = queue();
  const line = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { method, headers } = request;
    const onwards = http.request(new URL(request.url ?? '/', server), { method, headers: { ...headers } }, (answer) => {
      if (lossy) {
        answer.resume().on('end', () => request.socket.destroy());
        return;
      }
      void pass(answer, response, { change: changes.get(request.url ?? ''), speed, inTurn });
    });
    onwards.on('error', () => request.socket.destroy());
    request.pipe(onwards);
  });
  line.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  const listen = (port: number) => new Promise<void>((resolve) => line.listen(port, '127.0.0.1', () => resolve()));
  const cut = () => {
    line.close();
    for (const socket of sockets) socket.destroy();
  };
  await listen(0);
  const { port } = line.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    cut,
    mend: () => listen(port),
    loseAnswers: (lost) => {
      lossy = lost;
    },
    slowDown: (next) => {
      speed = next;
    },
    replace: (path, change) => changes.set(path, change),
    asked: () => asked.splice(0),
    stop: cut,
  };
}

type Passing = {
  readonly change: ((text: string) => string) | undefined;
  readonly speed: Speed | undefined;
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
};

async function pass(
  answer: http.IncomingMessage,
  response: http.ServerResponse,
  { change, speed, inTurn }: Passing,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const whole = Buffer.concat(parts);
  const content = change ? Buffer.from(change(whole.toString('utf8'))) : whole;
  const { 'transfer-encoding': _, ...headers } = answer.headers;
  if (speed) await pause(speed.roundTripMs);
  response.writeHead(answer.statusCode ?? 500, { ...headers, 'content-length': content.length });
  if (!speed) return void response.end(content);
  // In pieces of a tenth of a second; each answer has the line to itself less often than a real one would give it.
  const piece = Math.ceil(speed.bytesPerSecond / 10);
  for (let at = 0; at < content.length; at += piece) {
    await inTurn(() => pause(100 * Math.min(1, (content.length - at) / piece)));
    response.write(content.subarray(at, at + piece));
  }
  response.end();
}

/** Bytes of all answers go one after another: the line is shared. */
function queue() {
  let last = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    last = last.then(work);
    return last;
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
