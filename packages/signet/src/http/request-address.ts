import type { IncomingMessage } from 'node:http';

export const pathOf = ({ url }: IncomingMessage): string => (url ?? '/').split('?', 1)[0] ?? '/';

/** Whether it asks for something and sends nothing. */
export const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/** More than any link and any agency's request has. */
const mostParameters = 200;

/**
 * Whether nobody's browser and no agency asks so: without a host (RFC 9112 section 3.2), or with parameters without end.
 * Taking these apart costs the provider's library by the square of their number: 12 kB of `a&a&a…` half a second.
 */
export const isMalformed = ({ headers, httpVersion, url = '' }: IncomingMessage): boolean =>
  (headers.host === undefined && httpVersion === '1.1') ||
  url.split('&', mostParameters + 1).length > mostParameters;
