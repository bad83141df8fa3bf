import type { HtmlEscapedString } from 'hono/utils/html';

/** The two custom elements of pages/assets/sandbox.js, so that JSX knows them. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'sandbox-copy': ElementProps;
      'sandbox-camera': ElementProps;
    }
    interface ElementProps {
      readonly class?: string;
      readonly children?: Child | HtmlEscapedString;
      readonly [data: `data-${string}`]: string;
    }
  }
}
