const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * An id for one thing this phone creates or does (contract `clientId`). It need not be secret, only its own:
 * the server hashes it with the person and the action. WeChat's engine has no crypto, hence Math.random.
 */
export function newClientId(): string {
  const random = Array.from({ length: 12 }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]).join(
    '',
  );
  return `${Date.now().toString(36)}-${random}`;
}
