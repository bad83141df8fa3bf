export type { ReviewStore } from './ports.ts';
export { postgresReviews } from './postgres-reviews.ts';
export { newReviewReference } from './review-reference.ts';
export {
  openReviews,
  type ReviewAgent,
  type ReviewCase,
  type SettleError,
  settleReview,
} from './settle-review.ts';
