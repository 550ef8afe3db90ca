export { type Cohort, schoolAgeCohort } from './rules/school-age';
