/** An address that breaks after its `@`, and not in the middle of a name, where the page is too narrow for it. */
export function EmailAddress(props: { readonly address: string }) {
  const [local = '', domain] = props.address.split('@');
  if (domain === undefined) return <>{local}</>;
  return (
    <>
      {local}@<wbr />
      {domain}
    </>
  );
}
