export declare function lock(file: string, seconds: number): Promise<(() => void) | undefined>
