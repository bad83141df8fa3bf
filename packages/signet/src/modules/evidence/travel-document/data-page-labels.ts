/**
 * What stands over the fields of a data page (ICAO 9303-3, 3.3): in English, French or Spanish, often in all three on one
 * line. OCR drops spaces, and takes O for 0.
 */
export const dataPageLabels = {
  familyName: /surname|^nom\b|apellidos?|last\s*name/i,
  givenName: /given\s*names?|pr[eé]noms?|^nombres?/i,
  birthDate: /date\s*of\s*birth|birth\s*date|date\s*de\s*naissance|fecha\s*de\s*nacimiento/i,
  issueDate: /date\s*of\s*issue|date\s*d[e’']?\s*d[eé]livrance|fecha\s*de\s*expedici[oó]n|^issued/i,
  expiryDate:
    /date\s*of\s*expir|date\s*d[e’']?\s*expiration|fecha\s*de\s*(?:caducidad|vencimiento)|^expires/i,
  documentNumber:
    /pass(?:port|eport)?\s*(?:card)?\s*(?:n[o0°º]|num)|card\s*n[o0°º]|document\s*n[o0°º]|n[o0°º]\.?\s*d[ue]\s*passeport/i,
  issuer:
    /^code\b|^c[oó]digo\b|code\s*of\s*(?:the\s*)?(?:issuing|state)|issuing\s*(?:state|country)|code\s*du\s*pays/i,
} as const;

export type DataPageField = keyof typeof dataPageLabels;
