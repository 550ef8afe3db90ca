export { type Chore, type Job, type JobRun, JobView, type JobWork, jobStates } from './job';
export { type AskedJob, askJob, askJobOnce, cancelJob, endJob, findJob, newestJob } from './jobs-store';
export { type JobRunner, startJobs, workOff } from './runner';
