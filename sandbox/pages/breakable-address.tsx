/** What is an email address breaks before its @ where the page is too narrow, and within a part only where that is too. */
export function BreakableAddress({ text }: { readonly text: string }) {
  const [local, host, ...more] = text.split('@');
  if (host === undefined || more.length > 0 || /\s/.test(text)) return <>{text}</>;
  return (
    <>
      <span class="address-part">{local}</span>
      <wbr />
      <span class="address-part">@{host}</span>
    </>
  );
}
