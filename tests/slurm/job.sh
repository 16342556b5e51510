#!/bin/bash
# One element of an array: a shard of a run. Every element gets the same arguments; its number comes from Slurm.
#SBATCH --job-name=arcmini
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append
exec "$@"
