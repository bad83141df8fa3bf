/** A link whose words repeat down the page: `about` says to a screen reader which one it is. */
export function AuthenticatorLink(props: {
  readonly href: string;
  readonly about: string;
  readonly children: string;
}) {
  return (
    <a href={props.href}>
      {props.children}
      <span class="usa-sr-only"> {props.about}</span>
    </a>
  );
}
