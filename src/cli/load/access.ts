/** What both sides of the bench know; it opens nothing. */
export const ACCESS = {
  botToken: 'xoxb-bench',
  signingSecret: '0123456789abcdef0123456789abcdef',
} as const;
