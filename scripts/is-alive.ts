/** Whether a process with this number runs; it need not be the one that wrote the number down. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
