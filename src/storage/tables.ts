/** The tables as the newest migration leaves them. Every `at` is in milliseconds since the epoch. */
export interface Tables {
  deliveries: { key: string; at: number };
  conversations: { team: string; channel: string; root: string; value: string; used_at: number };
  feedback: {
    team: string;
    channel: string;
    message: string;
    user: string;
    vote: string;
    question: string;
    fact_ids: string;
    at: number;
  };
  gaps: {
    id: string;
    question: string;
    at: number;
    team: string;
    channel: string;
    thread: string | null;
    offered: string;
    kind: 'unknown' | 'downvote';
  };
}
