export interface NavLink {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean | undefined;
}

/**
 * The sections of one area. A row where there is room; on a phone one line that says where the person is and opens
 * to the rest, so that a heading is still on the first screen. Each width has its own list: style hides the other
 * from everyone, and neither needs script.
 */
export function SectionNav(props: { readonly label: string; readonly links: readonly NavLink[] }) {
  const current = props.links.find((link) => link.current);
  return (
    <nav class="signet-nav" aria-label={props.label}>
      <details class="signet-nav__menu">
        <summary>
          <span class="signet-nav__area">{props.label}: </span>
          <strong>{current?.text}</strong>
        </summary>
        <Links links={props.links} />
      </details>
      <div class="signet-nav__row">
        <Links links={props.links} />
      </div>
    </nav>
  );
}

const Links = (props: { readonly links: readonly NavLink[] }) => (
  <ul>
    {props.links.map((link) => (
      <li>
        <a href={link.href} aria-current={link.current ? 'page' : undefined}>
          {link.text}
        </a>
      </li>
    ))}
  </ul>
);
