export { type Job, type JobRun, JobView, type JobWork, jobStates } from './job';
export { askJob, cancelJob, endJob, findJob } from './jobs-store';
export { type JobRunner, startJobs, workOff } from './runner';
