/** One line of the public timeline of a matter, from proposal to the photo of the finished work. */
export interface TimelineNote {
  kind:
    | 'proposed'
    | 'supported'
    | 'triaged'
    | 'returned'
    | 'appealed'
    | 'merged'
    | 'withdrawn'
    | 'scheduled'
    | 'noticed'
    | 'moved'
    | 'cancelled'
    | 'held'
    | 'minutes'
    | 'vote-announced'
    | 'vote-changed'
    | 'counted'
    | 'published'
    | 'assigned'
    | 'progress'
    | 'done'
    | 'confirmed'
    | 'reopened'
    | 'closed'
    | 'path'
    | 'repair'
    | 'earlier'; // not shown any more, so many lines came since
  /** Plain Chinese, what happened: '分类：共事' */
  title: string;
  /** A sentence more, or empty. */
  detail: string;
  photos: string[];
  /** The page that shows more: '/packages/motions/detail/index?id=…', or null. */
  link: string | null;
}

export interface TimelineLine extends TimelineNote {
  id: string;
  at: number;
  /** Name or office of whoever acted. */
  by: string;
}
