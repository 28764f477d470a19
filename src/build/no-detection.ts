/* Stands in for the part of chalk that finds out how many colours a terminal has. */
export default { stdout: false, stderr: false };
