/** Decoration: a ledger page with its columns and a seal, in the department's colors. */
export function HeroDrawing() {
  return (
    <svg class="hero-drawing" viewBox="0 0 320 300" aria-hidden="true">
      <rect x="74" y="18" width="210" height="264" fill="#17574a" />
      <rect x="50" y="34" width="210" height="250" fill="#faf8f2" />
      <path d="M50 34h210v10H50z" fill="#e3b34c" />
      <path
        d="M74 76h92M74 116h108M74 140h84M74 164h100M74 188h70"
        stroke="#a9b8b0"
        stroke-width="7"
        stroke-linecap="round"
      />
      <path
        d="M206 116h30M212 140h24M202 164h34M214 188h22"
        stroke="#17664f"
        stroke-width="7"
        stroke-linecap="round"
      />
      <path d="M74 212h162M74 218h162" stroke="#17231f" stroke-width="2" />
      <path d="M190 240h46" stroke="#17231f" stroke-width="9" stroke-linecap="round" />
      <circle cx="96" cy="248" r="19" fill="none" stroke="#17664f" stroke-width="4" />
      <path
        d="M87 248l7 7 12-13"
        fill="none"
        stroke="#17664f"
        stroke-width="4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
