/** For tests of the rooms above: what the desk does in the list of calls. */
export { callTasks, finishCallTask, takeCallTask } from './tasks.ts'
