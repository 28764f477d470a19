/* Stands in for `node:child_process` where no other program is ever started. */
export default {};
