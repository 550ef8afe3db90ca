import { testMatrix } from './testing/matrix/run';

/**
 * SEC-10: every route × everybody × every relation, against a table written apart from the code. It grows by itself: a route
 * without a line in the table is a failure, and so is a line without a route (SEC-31).
 */
testMatrix('both');
