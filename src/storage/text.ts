/** What people typed, without the one character that PostgreSQL cannot hold in a text. */
export function storable(text: string): string {
  return text.replaceAll('\0', '');
}
