const shapes: Readonly<Record<string, string>> = {
  refund: 'M5 16a11 11 0 1 1 3 8M5 27v-7h7M16 10v7l5 3',
  transcript: 'M8 4h12l6 6v18H8zM19 4v7h7M12 17h10M12 22h10',
  balance: 'M16 5v22M9 27h14M5 10h22M5 10l-3 9a4 4 0 0 0 8 0zM27 10l-3 9a4 4 0 0 0 8 0z',
};

/** Decoration beside words that say the same. */
export function Icon({ name }: { readonly name: string }) {
  return (
    <svg class="icon" viewBox="0 0 34 32" width="34" height="32" aria-hidden="true">
      <path
        d={shapes[name] ?? ''}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
