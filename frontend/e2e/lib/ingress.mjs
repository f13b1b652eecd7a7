/** A stand-in for Home Assistant's ingress: below a path of its own, with the user's name. */
import { createServer, request } from 'node:http';
import { connect } from 'node:net';

export const PREFIX = '/api/hassio_ingress/Zm9vYmFy';

/** Serves below `PREFIX` what listens on `port`; resolves to its address and how to stop it.
 *
 * `at` is where it listens itself, a free port unless given.
 */
export function startIngress(port, at = 0) {
  const upgraded = new Set();
  const below = (url) => url.slice(PREFIX.length) || '/';
  const headersOf = (incoming) => ({
    ...incoming.headers,
    'x-remote-user-name': 'anna',
    'x-ingress-path': PREFIX,
  });
  const server = createServer((incoming, outgoing) => {
    if (!incoming.url.startsWith(PREFIX)) {
      outgoing.writeHead(404).end();
      return;
    }
    const passed = request(
      {
        port,
        host: '127.0.0.1',
        method: incoming.method,
        path: below(incoming.url),
        headers: headersOf(incoming),
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(passed);
  });
  server.on('upgrade', (incoming, socket, head) => {
    const service = connect(port, '127.0.0.1', () => {
      const headers = Object.entries(headersOf(incoming)).map(
        ([name, value]) => `${name}: ${value}`,
      );
      service.write([`GET ${below(incoming.url)} HTTP/1.1`, ...headers, '', ''].join('\r\n'));
      service.write(head);
      service.pipe(socket).pipe(service);
    });
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    for (const each of [service, socket]) each.on('error', () => each.destroy());
  });
  return new Promise((resolve) => {
    server.listen(at, '127.0.0.1', () => {
      const stop = () => {
        server.close();
        server.closeAllConnections();
        for (const socket of upgraded) socket.destroy();
      };
      const { port: here } = server.address();
      resolve({ url: `http://127.0.0.1:${here}${PREFIX}/`, port: here, stop });
    });
  });
}
