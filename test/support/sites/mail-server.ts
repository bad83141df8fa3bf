import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createSecureContext, TLSSocket } from 'node:tls';

/** A mail server that keeps all that reached it, apart by whether it came in clear. */
export interface MailServer {
  readonly port: number;
  /** Every line in clear, from whoever connected. */
  readonly inClear: readonly string[];
  /** Every line over TLS. */
  readonly encrypted: readonly string[];
  close(): Promise<void>;
}

/** `startTls`: whether the server offers it. Its certificate is for localhost and signed by itself. */
export async function openMailServer(startTls: 'offered' | 'not-offered'): Promise<MailServer> {
  const inClear: string[] = [];
  const encrypted: string[] = [];
  const sockets = new Set<Socket>();
  const offered = startTls === 'offered';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}); // a client that goes away is what the tests are about
    socket.write('220 localhost\r\n');
    converse(socket, inClear, offered, () => {
      const secured = new TLSSocket(socket, { isServer: true, secureContext });
      secured.on('error', () => {});
      converse(secured, encrypted, false, () => {});
    });
  });
  return {
    port: await listening(server),
    inClear,
    encrypted,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** As much of RFC 5321 as a client needs to hand over a mail. */
function converse(socket: Socket, heard: string[], offersTls: boolean, startTls: () => void): void {
  const extensions = ['localhost', ...(offersTls ? ['STARTTLS'] : []), 'AUTH PLAIN'];
  const ehlo = extensions.map((one, at) => `250${at < extensions.length - 1 ? '-' : ' '}${one}`).join('\r\n');
  let inMail = false;
  const lines = createInterface({ input: socket });
  lines.on('line', (line) => {
    heard.push(line);
    const command = line.slice(0, 4).toUpperCase();
    if (inMail) {
      if (line !== '.') return;
      inMail = false;
      socket.write('250 taken\r\n');
    } else if (command === 'STAR' && offersTls) {
      lines.close();
      socket.write('220 go on\r\n', startTls);
    } else if (command === 'DATA') {
      inMail = true;
      socket.write('354 go on\r\n');
    } else {
      const answers: Record<string, string> = { EHLO: ehlo, AUTH: '235 welcome', STAR: '502 not here' };
      socket.write(`${answers[command] ?? '250 ok'}\r\n`);
    }
  });
}

/** For localhost, and for nothing but these tests. */
export const mailCertificate = `
-----BEGIN CERTIFICATE-----
MIIBaDCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHcgVP1RBdf2CTAv
NIyMainO/kv/VWskQf1C/DZ6oyWbVrAZvemALcr6lTIwQD9MYWyPUSkKe2h+9cFd
TZGWimmjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBSXQVSQLeq61m2wOs3eYrAjMjoLdTAKBggqhkjOPQQD
AgNJADBGAiEAlhMVLNDmCWjdVi6KA9sspNpNEdiB9cy39UFDM81tW0sCIQC3sCip
/yb7ZFtI+TgWOZpd558j+mYCSigEoChWLiXmOg==
-----END CERTIFICATE-----`;

const mailKey = `
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgh8tSbUKG32lEObrT
ERQQPOBR5NHwprhzv/tBrq7R64OhRANCAAR3IFT9UQXX9gkwLzSMjGopzv5L/1Vr
JEH9Qvw2eqMlm1awGb3pgC3K+pUyMEA/TGFsj1EpCntofvXBXU2Rlopp
-----END PRIVATE KEY-----`;

const secureContext = createSecureContext({ key: mailKey, cert: mailCertificate });
