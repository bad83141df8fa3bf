/** The part of the KMS that what is counted is named by: no table says who or where somebody was. */
export interface LimitKeys {
  mac(key: 'contact-index', data: Uint8Array): Promise<Buffer>;
}
